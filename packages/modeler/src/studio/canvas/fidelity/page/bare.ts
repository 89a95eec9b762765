import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';

declare global {
  var bare: InstanceType<typeof Modeler> | undefined;
}

// bpmn-js as it comes, with the diagram that stands beside the page: what the bench compares the studio with.
const container = document.getElementById('canvas');
if (container) {
  const modeler = new Modeler({ container });
  const xml = await (await fetch('/diagram.bpmn')).text();
  await modeler.importXML(xml);
  globalThis.bare = modeler;
}
