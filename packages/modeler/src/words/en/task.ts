import type { task as zh } from '../zh/task.ts';
import type { English } from '../english.ts';

/** Words of the task page, its form and its moves, in English. */
export const task: English<typeof zh> = {
  take: 'Sign for it',
  release: 'Give back',
  sendBack: 'Send back…',
  handOn: 'Hand on…',
  urge: 'Urge',
  withdraw: 'Take back',
  submit: 'Submit',
  submitTo: 'Submit to',
  guidance: 'What to do',
  riskPoint: 'Risk',
  control: 'Control',
  confirmControl: 'The control was carried out',
  originals: 'Paper originals',
  opinions: 'What others wrote',
  returnTo: 'Send back to',
  keep: 'Keep what other branches did',
  redo: 'Other branches do it again, too',
  flowOn: 'Go the way of the flow again',
  straightBack: 'Straight back to me',
  chooseFirst: 'Choose',
  upload: 'Upload a file',
  addRow: 'Add a row',
  removeRow: 'Remove',
  savedAt: 'Draft saved',
  notSaved: 'Not on the server yet; what you wrote is still here',
  atNumber: 'numbered here',
  form: 'Form',
  endsHere: 'closed',
};
