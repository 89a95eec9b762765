import { type Sheet, dmn, tableDecision, tableWord } from '../diagram/dmnFile.ts';

/** Who approves an expense, by its kind and its amount in fen: up to 1,000.00 the head of the department, beyond that the leader. */
export const WHO_APPROVES: Sheet = {
  inputs: ['kind', 'amount'],
  outputs: ['level'],
  rows: ['"travel","office"|<= 100000|"head"', '"travel"|> 100000|"leader"', '"meeting"|-|"leader"'],
};

/** What a step says of its table, and what its table is. */
export interface Deciding {
  readonly sheet?: Sheet;
  readonly rule?: string;
  readonly more?: string;
}

/** 费用报销 as a process owner has drawn it: filled in, decided by a table, approved by whom the table names. */
export function expense({ sheet = WHO_APPROVES, rule = 'into="level" required="true"', more = '' }: Deciding = {}): string {
  const write = (...fields: readonly string[]): string => fields.map((field) => `<gc:access field="${field}" mode="write" />`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" id="expense-file" targetNamespace="urn:guicheng:test">
  <process id="expense" name="费用报销" isExecutable="true">
    <extensionElements>
      <gc:about title="{title}" />
      <gc:starter kind="initiator" />
      <gc:form>
        <gc:field key="title" name="事由" type="text"><gc:name lang="en">What for</gc:name></gc:field>
        <gc:field key="kind" name="类别" type="choice">
          <gc:name lang="en">Kind</gc:name>
          <gc:option value="travel" name="差旅"><gc:name lang="en">Travel</gc:name></gc:option>
          <gc:option value="office" name="办公用品"><gc:name lang="en">Stationery</gc:name></gc:option>
          <gc:option value="meeting" name="会议"><gc:name lang="en">Meeting</gc:name></gc:option>
        </gc:field>
        <gc:field key="amount" name="金额" type="money"><gc:name lang="en">Amount</gc:name></gc:field>
        <gc:field key="level" name="谁来批" type="choice">
          <gc:name lang="en">Who approves</gc:name>
          <gc:option value="head" name="科室领导"><gc:name lang="en">Head of department</gc:name></gc:option>
          <gc:option value="leader" name="局领导"><gc:name lang="en">Bureau leader</gc:name></gc:option>
        </gc:field>
        <gc:field key="allowance" name="补助" type="money"><gc:name lang="en">Allowance</gc:name></gc:field>
      </gc:form>
      ${tableWord('approving', dmn(tableDecision('approving', sheet)))
        .replace('name="approving"', 'name="报销审批权限"')
        .replace('<gc:dmn>', '<gc:name lang="en">Who may approve</gc:name><gc:dmn>')}
    </extensionElements>
    <startEvent id="start"><extensionElements>${write('title')}</extensionElements></startEvent>
    <userTask id="fill" name="填写报销单"><extensionElements><gc:assignment kind="initiator" />${write('kind', 'amount')}</extensionElements></userTask>
    <businessRuleTask id="decide" name="确定审批人"><extensionElements><gc:name lang="en">Find who approves</gc:name><gc:rule table="approving" ${rule} />${more}</extensionElements></businessRuleTask>
    <exclusiveGateway id="who" name="谁来批？" />
    <userTask id="head" name="科室领导批准"><extensionElements><gc:assignment kind="post" post="dept_head" unit="initiators" /></extensionElements></userTask>
    <userTask id="leader" name="局领导批准"><extensionElements><gc:assignment post="leader_finance" /></extensionElements></userTask>
    <endEvent id="end" name="办结" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="fill" />
    <sequenceFlow id="f2" sourceRef="fill" targetRef="decide" />
    <sequenceFlow id="f3" sourceRef="decide" targetRef="who" />
    <sequenceFlow id="f4" sourceRef="who" targetRef="head"><conditionExpression>level = "head"</conditionExpression></sequenceFlow>
    <sequenceFlow id="f5" sourceRef="who" targetRef="leader"><conditionExpression>level = "leader"</conditionExpression></sequenceFlow>
    <sequenceFlow id="f6" sourceRef="head" targetRef="end" />
    <sequenceFlow id="f7" sourceRef="leader" targetRef="end" />
  </process>
</definitions>`;
}
