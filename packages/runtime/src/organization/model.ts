import type { Day, PersonId, PostId, ProcessKey, UnitId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';

/** The office: who there is, and who does what where. One value, versioned as a stream. */
export interface Organization {
  readonly name: Text;
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  /** 分管: which bureau leader answers for which unit. */
  readonly inCharge: readonly { readonly leader: PersonId; readonly unit: UnitId }[];
  readonly deputies: readonly Deputy[];
  readonly rota: readonly { readonly day: Day; readonly person: PersonId }[];
}

export interface Unit {
  readonly id: UnitId;
  readonly name: Text;
  readonly parent: UnitId | null;
}

export interface Post {
  readonly id: PostId;
  readonly name: Text;
  /** To whom work falls when nobody holds the post. */
  readonly superior: PostId | null;
}

/** The three administrators are three people; process owners, trainers and staff may overlap. */
export type Role = 'staff' | 'leader' | 'processOwner' | 'trainer' | 'administrator' | 'securityAdministrator' | 'auditor';

export type Clearance = 'open' | 'internal' | 'secret' | 'confidential' | 'topSecret';

export interface Person {
  readonly id: PersonId;
  readonly name: Text;
  readonly posts: readonly { readonly post: PostId; readonly unit: UnitId }[];
  readonly roles: readonly Role[];
  readonly clearance: Clearance;
  readonly active: boolean;
}

/** A deputy is dated, may be limited to flows, and is never chained. */
export interface Deputy {
  readonly of: PersonId;
  readonly by: PersonId;
  readonly from: Day;
  readonly to: Day;
  readonly flows: readonly ProcessKey[] | 'all';
}
