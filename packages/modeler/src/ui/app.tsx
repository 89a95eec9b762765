import { useLayoutEffect } from 'react';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { BrowserRouter } from 'react-router';
import { readAhead } from '../api/readAhead.ts';
import { isSignedOut, SESSION } from '../api/session.ts';
import { lookOf } from './look.ts';
import { paint } from './paint.ts';
import { Rooms } from './rooms.tsx';
import { TasteContext, useKeptTaste } from './taste.ts';

const queries: QueryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 2000, refetchOnWindowFocus: true } },
  queryCache: new QueryCache({
    onError(error, query) {
      // The session is over: the sign-in page comes, and what was typed waits in the browser.
      if (isSignedOut(error) && query.queryKey[0] !== SESSION) void queries.invalidateQueries({ queryKey: [SESSION] });
    },
  }),
});

for (const [path, value] of readAhead) queries.setQueryData([path], value);

/** The browser app: language, theme, and the rooms at their addresses. */
export function App() {
  const taste = useKeptTaste();
  useLayoutEffect(() => paint(taste.dark), [taste.dark]);
  return (
    <ConfigProvider
      locale={taste.language === 'en' ? enUS : zhCN}
      theme={lookOf(taste.dark, taste.language)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <TasteContext value={taste}>
          <QueryClientProvider client={queries}>
            <BrowserRouter>
              <Rooms />
            </BrowserRouter>
          </QueryClientProvider>
        </TasteContext>
      </AntApp>
    </ConfigProvider>
  );
}
