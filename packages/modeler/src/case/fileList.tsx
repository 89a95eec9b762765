import { Empty, Skeleton } from 'antd';
import PaperClipOutlined from '@ant-design/icons/es/icons/PaperClipOutlined';
import type { CasePage } from '@guicheng/server/contract';
import { useRead } from '../api/queries.ts';
import { sizeText } from '../task/upload.ts';
import { useWords } from '../words/words.ts';

/** All that hangs on a case, newest last. */
export function FileList({ caseId }: { readonly caseId: string }) {
  const { w } = useWords();
  const files = useRead<CasePage>(`/api/cases/${caseId}`).data?.files;
  if (!files) return <Skeleton active paragraph={{ rows: 2 }} />;
  if (files.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={w('noFiles')} />;
  return (
    <ul className="gc-list">
      {files.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined /> <a href={`/api/files/${file.id}`}>{file.name}</a> <span className="gc-quiet">{sizeText(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
