import { useCallback, useEffect, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { BoardQuery } from '@guicheng/server/contract';
import { useSettings } from '../api/settings.ts';
import { addressOf, queryIn } from './query.ts';
import type { List } from './tasks.ts';

const keyOf = (list: List): string => `guicheng.board.${list}`;

/**
 * The query of a list. The address says it; where it says nothing it is what was looked at last in this window, else the person's own
 * start view, else the list's own; and the address is completed, so that it can be sent to a colleague.
 */
export function useBoardQuery(list: List): { readonly query: BoardQuery; readonly change: (query: BoardQuery) => void } {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const { settings, known } = useSettings();
  const own = list === 'todo' ? 'urgency' : 'list';
  const asked = useMemo(() => queryIn(new URLSearchParams(search), own), [search, own]);
  const last = sessionStorage.getItem(keyOf(list));
  const begin = list === 'todo' ? settings.views.find((view) => view.name === settings.startView)?.query : undefined;
  const kept = useMemo(() => (last === null ? null : queryIn(new URLSearchParams(last), own)), [last, own]);
  const query = useMemo((): BoardQuery => asked ?? kept ?? begin ?? { arrange: own }, [asked, kept, begin, own]);
  const address = addressOf(query);
  useEffect(() => {
    if (!asked && known) void navigate(`${pathname}?${address}`, { replace: true });
    if (asked) sessionStorage.setItem(keyOf(list), address);
  }, [asked, known, address, list, pathname, navigate]);
  const change = useCallback(
    (next: BoardQuery) => void navigate(`${pathname}?${addressOf(next)}`, { replace: true }),
    [navigate, pathname],
  );
  return { query, change };
}
