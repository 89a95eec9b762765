import { Button } from 'antd';
import CompressOutlined from '@ant-design/icons/es/icons/CompressOutlined';
import MinusOutlined from '@ant-design/icons/es/icons/MinusOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import { useWords } from '../words/words.ts';

/** Larger, smaller, all of it: on every diagram. */
export function ZoomBar({ zoom, whole }: { readonly zoom: (by: number) => void; readonly whole: () => void }) {
  const { w } = useWords();
  return (
    <div className="gc-zoom">
      <Button size="small" icon={<PlusOutlined />} title={w('zoomIn')} aria-label={w('zoomIn')} onClick={() => zoom(1.25)} />
      <Button size="small" icon={<MinusOutlined />} title={w('zoomOut')} aria-label={w('zoomOut')} onClick={() => zoom(0.8)} />
      <Button size="small" icon={<CompressOutlined />} title={w('zoomFit')} aria-label={w('zoomFit')} onClick={whole} />
    </div>
  );
}
