import { officialCalendar, type Calendar } from '../calendar/calendar.ts';
import { peopleOfSeats } from '../organization/people.ts';
import type { Examiner } from '../ports/examiner.ts';
import type { Executor } from '../ports/executor.ts';
import type { Store } from '../ports/store.ts';
import { systemClock, type Clock } from '../words/clock.ts';
import { beginStep, concludeSteps } from './commands/adHoc.ts';
import { beginMigration } from './commands/beginMigration.ts';
import { bringMessage } from './commands/bringMessage.ts';
import { callOffVersion } from './commands/callOffVersion.ts';
import { cancelCase } from './commands/cancelCase.ts';
import { completeTask } from './commands/completeTask.ts';
import { delivering, openDelivery } from './commands/deliver.ts';
import { discardDrawing } from './commands/discardDrawing.ts';
import { readFile, upload } from './commands/files.ts';
import { handOver } from './commands/handOver.ts';
import { holdDrawing } from './commands/holdDrawing.ts';
import { jumpCase } from './commands/jumpCase.ts';
import { keepDrawing } from './commands/keepDrawing.ts';
import { newFlow } from './commands/newFlow.ts';
import { publish } from './commands/publish.ts';
import { publishDrawing } from './commands/publishDrawing.ts';
import { reassignTask } from './commands/reassignTask.ts';
import { releaseDrawing } from './commands/releaseDrawing.ts';
import { reopenCase } from './commands/reopenCase.ts';
import { resendMessage } from './commands/resendMessage.ts';
import { retryIncident } from './commands/retryIncident.ts';
import { returnTask } from './commands/returnTask.ts';
import { saveDraft } from './commands/saveDraft.ts';
import { saveDrawing } from './commands/saveDrawing.ts';
import { setOrganization } from './commands/setOrganization.ts';
import { addSigners, removeSigner } from './commands/signing.ts';
import { skipIncident } from './commands/skipIncident.ts';
import { startCase } from './commands/startCase.ts';
import { stopLimit } from './commands/stopLimit.ts';
import { sweep } from './commands/sweep.ts';
import { releaseTask, takeTask } from './commands/takeTask.ts';
import { undoMigration } from './commands/undoMigration.ts';
import { urgeTask } from './commands/urgeTask.ts';
import { withdrawTask } from './commands/withdrawTask.ts';
import { caseCommands } from './decide.ts';
import { openDefinitions } from './definitions.ts';
import { examineHere } from './examine.ts';
import { openHouse } from './house.ts';
import { keepCases } from './keptCases.ts';
import { migration, migrations } from './migration/page.ts';
import { previewMigration } from './migration/preview.ts';
import { workOnJobs } from './migration/work.ts';
import type { Office } from './office.ts';
import type { Parts } from './parts.ts';
import { casePage } from './reads/casePage.ts';
import { announcements, changes } from './reads/changes.ts';
import { diagrams } from './reads/diagrams.ts';
import { drawing, keptDrawing, keptDrawings } from './reads/drawing.ts';
import { flow, flows, startForm } from './reads/flows.ts';
import { startable } from './reads/startable.ts';
import { cases, counts, search, tasks } from './reads/lists.ts';
import { people, units } from './reads/people.ts';
import { placesPage } from './reads/placesPage.ts';
import { returns } from './reads/returns.ts';
import { taskPage } from './reads/taskPage.ts';
import { timeline } from './reads/timeline.ts';
import { version, versions } from './reads/versions.ts';
import { openSeries } from './series.ts';

/** 32 hexadecimal digits from the platform's secure source, which browsers and Node share. */
const secureRandom = (): string => globalThis.crypto.randomUUID().replaceAll('-', '');

/** Opens an office on a store. Clock, calendar and randomness are given by tests and rehearsals, the examiner by a server. */
export function createOffice(given: {
  readonly store: Store;
  readonly executor: Executor;
  readonly examiner?: Examiner;
  readonly clock?: Clock;
  readonly calendar?: Calendar;
  readonly random?: () => string;
}): Office {
  const { store, executor } = given;
  const clock = given.clock ?? systemClock;
  const random = given.random ?? secureRandom;
  const parts: Parts = {
    store,
    executor,
    examiner: given.examiner ?? examineHere,
    clock,
    calendar: given.calendar ?? officialCalendar(),
    random,
    definitions: openDefinitions(store, clock),
    house: openHouse(store, clock),
    numbers: openSeries({ store, clock, random }),
    kept: keepCases(),
  };
  const plain = caseCommands(parts);
  const delivery = openDelivery(parts, plain);
  const commands = delivering(plain, delivery);
  const handing = handOver(parts, commands);
  return {
    startCase: startCase(parts, commands),
    takeTask: takeTask(parts, commands),
    releaseTask: releaseTask(parts, commands),
    completeTask: completeTask(parts, commands),
    returnTask: returnTask(parts, commands),
    withdrawTask: withdrawTask(parts, commands),
    reassignTask: reassignTask(parts, commands),
    urgeTask: urgeTask(parts, commands),
    stopLimit: stopLimit(commands),
    bringMessage: bringMessage(parts, commands),
    resendMessage: resendMessage(parts, commands),
    cancelCase: cancelCase(commands),
    retryIncident: retryIncident(parts, commands),
    skipIncident: skipIncident(parts, commands),
    jumpCase: jumpCase(parts, commands),
    reopenCase: reopenCase(commands),
    addSigners: addSigners(parts, commands),
    removeSigner: removeSigner(parts, commands),
    beginStep: beginStep(parts, commands),
    concludeSteps: concludeSteps(parts, commands),
    saveDraft: saveDraft(parts),
    publish: publish(parts),
    holdDrawing: holdDrawing(parts),
    saveDrawing: saveDrawing(parts),
    releaseDrawing: releaseDrawing(parts),
    discardDrawing: discardDrawing(parts),
    keepDrawing: keepDrawing(parts),
    publishDrawing: publishDrawing(parts),
    callOffVersion: callOffVersion(parts),
    previewMigration: previewMigration(parts),
    beginMigration: beginMigration(parts, commands),
    undoMigration: undoMigration(parts, commands),
    newFlow: newFlow(parts),
    setOrganization: setOrganization(parts, handing),
    upload: upload(parts),
    sweep: sweep(parts, commands, { handOver: handing, workOnJobs: workOnJobs(parts, commands), deliver: delivery.sweep }),
    tasks: tasks(parts),
    task: taskPage(parts),
    returns: returns(parts),
    counts: counts(parts),
    startable: startable(parts),
    cases: cases(parts),
    case: casePage(parts),
    places: placesPage(parts),
    timeline: timeline(parts),
    diagrams: diagrams(parts),
    search: search(parts),
    flows: flows(parts),
    flow: flow(parts),
    versions: versions(parts),
    version: version(parts),
    migration: migration(parts),
    migrations: migrations(parts),
    drawing: drawing(parts),
    keptDrawings: keptDrawings(parts),
    keptDrawing: keptDrawing(parts),
    startForm: startForm(parts),
    people: people(parts),
    units: units(parts),
    file: readFile(parts),
    changes: changes(parts),
    organization: () => parts.house.organization(),
    published: async () => (await parts.definitions.standing()).map((one) => ({ definition: one.ref, file: one.published.file })),
    unread: () => parts.definitions.unread(),
    announcements: announcements(parts),
    lostRaces: commands.lostRaces,
    tail: () => store.tail(),
    onChange: (tell) => store.onChange(tell),
    peopleOf: async (seats) => peopleOfSeats(await parts.house.organization(), seats, []),
    close: () => store.close(),
  };
}
