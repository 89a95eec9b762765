// Files as they reach an office: good ones in every encoding, and those that are no diagram or too much of one.

const HEAD = 'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="d" targetNamespace="t"';

/** A flow of one step in a file, by the name of both; `inside` goes into its process. */
export const diagram = ({ key = 'seal-use', name, step, encoding = 'UTF-8', inside = '' }) =>
  `<?xml version="1.0" encoding="${encoding}"?>
<bpmn:definitions ${HEAD}>
  <bpmn:process id="${key}" name="${name}" isExecutable="true">
    <bpmn:extensionElements><gc:starter kind="initiator" /></bpmn:extensionElements>
    <bpmn:startEvent id="s" /><bpmn:userTask id="u" name="${step}"><bpmn:extensionElements><gc:assignment kind="initiator" /></bpmn:extensionElements></bpmn:userTask><bpmn:endEvent id="e" />
    <bpmn:sequenceFlow id="a" sourceRef="s" targetRef="u" /><bpmn:sequenceFlow id="b" sourceRef="u" targetRef="e" />${inside}
  </bpmn:process>
</bpmn:definitions>`;

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');

/** 用印 and 盖章 as GB18030 has them, which Node cannot write. */
const GB = { '<name>': [0xd3, 0xc3, 0xd3, 0xa1], '<step>': [0xb8, 0xc7, 0xd5, 0xc2] };
const gb18030 = () =>
  Buffer.concat(
    diagram({ name: '<name>', step: '<step>', encoding: 'GB18030' })
      .split(/(<name>|<step>)/)
      .map((part) => Buffer.from(GB[part] ?? part, 'latin1')),
  );

/** Files that can be read, each with the words by which it is known on the screen. */
export const GOOD = [
  ['西文.bpmn', Buffer.from(diagram({ name: 'Sceau à apposer', step: 'Vérifier', encoding: 'ISO-8859-1' }), 'latin1'), 'Sceau à apposer'],
  ['宽字符.bpmn', Buffer.from(`\uFEFF${diagram({ name: '宽字符的流程', step: '核对', encoding: 'UTF-16' })}`, 'utf16le'), '宽字符的流程'],
  ['国标.bpmn', gb18030(), '用印'],
];

/** Files that cannot, each with what is said of it. */
export const BAD = [
  [
    '带声明.bpmn',
    diagram({ name: '甲', step: '乙' }).replace('<bpmn:definitions', '<!DOCTYPE x [<!ENTITY y "z">]><bpmn:definitions'),
    '文件中不能有 DOCTYPE 或 ENTITY 声明',
  ],
  ['三兆.bpmn', diagram({ name: '甲', step: '乙', inside: ' '.repeat(3 * 1024 * 1024) }), '文件不得超过 2 MB'],
  [
    '元素太多.bpmn',
    // With the three that are there; arrows are not counted.
    diagram({ name: '甲', step: '乙', inside: times(2998, (index) => `<bpmn:task id="t${index}" />`) }),
    '一个文件不超过 3000 个流程元素，现有 3001 个',
  ],
  [
    '太深.bpmn',
    // Within two more.
    diagram({
      name: '甲',
      step: '乙',
      inside: times(63, (index) => `<bpmn:subProcess id="p${index}">`) + times(63, () => '</bpmn:subProcess>'),
    }),
    'XML 元素嵌套不超过 64 层',
  ],
  ['残缺.bpmn', diagram({ name: '甲', step: '乙' }).replace('</bpmn:process>', ''), '文件第 8 行'],
  ['改名的.bpmn', '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n', '这是 PDF 文件，不是 BPMN 文件'],
].map(([name, text, says]) => [name, Buffer.from(text), says]);

/** Drops a file on the canvas. */
export async function drop(page, name, bytes) {
  const dataTransfer = await page.evaluateHandle(
    ([called, base64]) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], called));
      return held;
    },
    [name, bytes.toString('base64')],
  );
  await page.getByRole('application', { name: '流程图画布' }).dispatchEvent('drop', { dataTransfer });
}
