import { mongoGround } from '../../packages/runtime/src/store/mongodb/mongoGround.ts';
import { storeContract } from '../store/contract.ts';
import { uri } from './uri.ts';

storeContract('The MongoDB store', () => mongoGround(uri), true);
