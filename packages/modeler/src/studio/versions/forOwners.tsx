import { useEffect, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '@guicheng/server/contract';
import { useRead } from '../../api/queries.ts';
import { SESSION } from '../../api/session.ts';
import { Bones, Nothing } from '../../ui/pieces.tsx';
import { useTitle } from '../../ui/title.ts';
import { useWords } from '../../words/words.ts';
import { whenLeft } from '../drawing/opening.ts';

/** A page for process owners, once what this tab drew is with the server; whoever else asks sees what they would see at any unknown address. */
export function ForOwners({ children }: { readonly children: (session: Session) => ReactNode }) {
  const session = useRead<Session>(SESSION).data;
  const queries = useQueryClient();
  const [left, setLeft] = useState(false);
  useEffect(() => {
    let over = false;
    void whenLeft().then(() => {
      // What was read of a draft before its last commands were sent is old.
      queries.removeQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && path.startsWith('/api/flows/') });
      if (!over) setLeft(true);
    });
    return () => {
      over = true;
    };
  }, [queries]);
  if (!session || !left) return <Bones count={10} height={40} />;
  return session.roles.includes('processOwner') ? children(session) : <Unknown />;
}

function Unknown() {
  const { w } = useWords();
  useTitle(w('notFound'));
  return <Nothing words={w('notFound')} />;
}
