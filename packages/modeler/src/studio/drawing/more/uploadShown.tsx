import { Bones, Fault } from '../../../ui/pieces.tsx';
import { useWords } from '../../../words/words.ts';
import { readerSaid } from '../../canvas/words/readerSaid.ts';
import { sayProblem } from '../check/sayProblem.ts';
import type { Upload } from './readUpload.ts';

/** How many odd things are listed; the others are counted. */
const MOST = 6;

/** What was read of a file before anything is saved: its processes, what looks odd, what is wrong; or why it cannot be read. */
export function UploadShown({
  upload,
  fault,
  will,
  other,
}: {
  readonly upload: Upload | undefined;
  readonly fault: string | null;
  readonly will: string;
  /** That the file is of another flow than the one that it is to replace. */
  readonly other?: string | undefined;
}) {
  const { t, w, language } = useWords();
  if (fault !== null) return <Fault words={fault} />;
  if (!upload) return <Bones count={2} height={20} />;
  if (!upload.ok) return <Fault words={t(upload.why)} />;
  const { processes, warnings } = upload.read;
  const says = [
    ...warnings.map((said) => ({ words: readerSaid(said, language), wrong: false })),
    ...upload.problems.map((one) => ({ words: sayProblem(one, t), wrong: one.severity === 'error' })),
  ];
  return (
    <div className="gc-upload">
      <p>{w('readProcesses', { count: processes.length })}</p>
      <ul>
        {processes.map(({ key, name, steps }) => (
          <li key={key}>
            <strong>{t(name) || key}</strong> <span className="gc-quiet">{w('stepsOf', { count: steps })}</span>
          </li>
        ))}
      </ul>
      {other === undefined ? null : <Fault words={other} />}
      {says.length === 0 ? <p className="gc-draw-fine">✓ {w('noProblems')}</p> : <p>{w('readProblems', { count: says.length })}</p>}
      <ul className="gc-upload-problems">
        {says.slice(0, MOST).map(({ words, wrong }, index) => (
          <li key={`${index} ${words}`} className={wrong ? 'gc-draw-wrong' : ''}>
            {words}
          </li>
        ))}
        {says.length > MOST ? <li className="gc-quiet">{w('uploadMore', { count: says.length - MOST })}</li> : null}
      </ul>
      <p className="gc-draw-will">{will}</p>
    </div>
  );
}
