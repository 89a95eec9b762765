import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';

const GATHERS = (how: string): string =>
  `<multiInstanceLoopCharacteristics ${how}><loopDataInputRef>list</loopDataInputRef><loopDataOutputRef>answers</loopDataOutputRef><inputDataItem id="i" name="one" /><outputDataItem id="o" name="answer" /></multiInstanceLoopCharacteristics>`;
const DATA = '<dataObject id="list" name="list" isCollection="true" />\n<dataObject id="answers" name="answers" isCollection="true" />';

describe('what the instances of a multi-instance give back, by BPMN’s own words', () => {
  test('given instances at once, when they are done in any order, then their answers stand in the order of the list, as plain values', async () => {
    const story = (await storyOn(`${DATA}\nstart s\n<userTask id="work">${GATHERS('')}</userTask>\nuser after\ns > work > after`)).start({
      list: ['a', 'b', 'c'],
    });
    for (const index of [2, 0, 1]) story.complete('work', { answer: index * 10 }, { index, own: true });
    expect(story.tasks).toEqual(['after']);
    expect(Object.values(story.data)).toEqual([{ list: ['a', 'b', 'c'], answers: [0, 10, 20] }]);
  });

  test('given a sub-process in turn, then each answer is its own, and none is seen by the next', async () => {
    const story = (
      await storyOn(
        `${DATA}\nstart s\n<subProcess id="work">${GATHERS('isSequential="true"')}<userTask id="inner" /></subProcess>\nuser after\ns > work > after`,
      )
    ).start({ list: ['a', 'b'] });
    story.complete('inner', { answer: 'first' }, { own: true }).complete('inner');
    expect(story.tasks).toEqual(['after']);
    expect(Object.values(story.data)).toEqual([{ list: ['a', 'b'], answers: ['first', null] }]);
  });

  test('given a step that writes it by its data output, then it stays with the instance', async () => {
    const writes =
      '<dataOutputAssociation id="w"><targetRef>o</targetRef><assignment><from>one + 1</from><to>answer</to></assignment></dataOutputAssociation>';
    const story = (
      await storyOn(`${DATA}\nstart s\n<userTask id="work">${writes}${GATHERS('')}</userTask>\nuser after\ns > work > after`)
    ).start({ list: [1, 2] });
    story.complete('work', {}, { index: 0 }).complete('work', {}, { index: 1 });
    expect(Object.values(story.data)).toEqual([{ list: [1, 2], answers: [2, 3] }]);
  });

  test('given a list that comes from and goes to data by associations, then those data are meant', async () => {
    const io = '<ioSpecification><dataInput id="in" /><dataOutput id="out" /><inputSet /><outputSet /></ioSpecification>';
    const ways =
      '<dataInputAssociation id="x"><sourceRef>list</sourceRef><targetRef>in</targetRef></dataInputAssociation><dataOutputAssociation id="y"><sourceRef>out</sourceRef><targetRef>answers</targetRef></dataOutputAssociation>';
    const gathers = GATHERS('').replace('>list<', '>in<').replace('>answers<', '>out<');
    const story = (
      await storyOn(`${DATA}\nstart s\n<userTask id="work">${io}${ways}${gathers}</userTask>\nuser after\ns > work > after`)
    ).start({ list: ['a'] });
    story.complete('work', { answer: 'yes' }, { own: true });
    expect(Object.values(story.data)).toEqual([{ list: ['a'], answers: ['yes'] }]);
  });
});
