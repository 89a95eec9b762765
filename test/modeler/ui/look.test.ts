import { describe, expect, test } from '@jest/globals';
import { theme } from 'antd';
import { contrast, DARK, LIGHT } from '../../../packages/modeler/src/ui/colours.ts';
import { lookOf } from '../../../packages/modeler/src/ui/look.ts';

describe.each([
  ['light', false, LIGHT],
  ['dark', true, DARK],
] as const)('What antd makes of the %s theme', (_, dark, colours) => {
  const token = theme.getDesignToken(lookOf(dark, 'zh'));

  test('are our colours, not shades that it works out of them', () => {
    expect({
      colorPrimary: token.colorPrimary,
      colorError: token.colorError,
      colorWarning: token.colorWarning,
      colorSuccess: token.colorSuccess,
      colorText: token.colorText,
      colorTextSecondary: token.colorTextSecondary,
      colorLink: token.colorLink,
      colorBgContainer: token.colorBgContainer,
      colorBgLayout: token.colorBgLayout,
      colorBorder: token.colorBorder,
    }).toEqual({
      colorPrimary: colours.act,
      colorError: colours.late,
      colorWarning: colours.soon,
      colorSuccess: colours.done,
      colorText: colours.text,
      colorTextSecondary: colours.soft,
      colorLink: colours.act,
      colorBgContainer: colours.surface,
      colorBgLayout: colours.ground,
      colorBorder: colours.edge,
    });
  });

  test('can be read where antd puts them: hints in fields, alerts, menus', () => {
    const pairs: readonly (readonly [string, string])[] = [
      [token.colorTextPlaceholder, token.colorBgContainer],
      [token.colorTextDescription, token.colorBgElevated],
      [token.colorText, token.colorErrorBg],
      [token.colorText, token.colorWarningBg],
      [token.colorText, token.colorInfoBg],
      [token.colorText, token.colorSuccessBg],
      [token.colorLink, token.colorBgElevated],
    ];
    expect(pairs.filter(([over, under]) => contrast(over, under) < 4.5)).toEqual([]);
  });
});
