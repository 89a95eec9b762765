import { theme, type ThemeConfig } from 'antd';
import type { Language } from '@guicheng/runtime/model';
import { DARK, LIGHT, type Colours } from './colours.ts';
import { FACES } from './faces.ts';

/** Whatever shades antd works out of a theme, ours stand in their place. */
const inOurs =
  (colours: Colours): NonNullable<Extract<ThemeConfig['algorithm'], (...given: never[]) => unknown>> =>
  (seed, map) => ({
    ...(map ?? theme.defaultAlgorithm(seed)),
    colorPrimary: colours.act,
    colorPrimaryHover: colours.actHover,
    colorPrimaryActive: colours.actPressed,
    colorPrimaryBg: colours.actGround,
    colorPrimaryBgHover: colours.actGround,
    colorPrimaryBorder: colours.actLine,
    colorPrimaryText: colours.act,
    colorInfo: colours.act,
    colorInfoBg: colours.actGround,
    colorInfoBorder: colours.actLine,
    colorLink: colours.act,
    colorLinkHover: colours.actHover,
    colorLinkActive: colours.actPressed,
    colorError: colours.late,
    colorErrorText: colours.late,
    colorErrorBg: colours.lateGround,
    colorErrorBorder: colours.lateLine,
    colorWarning: colours.soon,
    colorWarningText: colours.soon,
    colorWarningBg: colours.soonGround,
    colorWarningBorder: colours.soonLine,
    colorSuccess: colours.done,
    colorSuccessText: colours.done,
    colorSuccessBg: colours.doneGround,
    colorSuccessBorder: colours.doneLine,
    colorText: colours.text,
    colorTextSecondary: colours.soft,
    colorTextTertiary: colours.faint,
    colorBgLayout: colours.ground,
    colorBgContainer: colours.surface,
    colorBgElevated: colours.raised,
    colorBorder: colours.edge,
    colorBorderSecondary: colours.line,
  });

// Made once each: antd works a theme out anew for every new function.
const SHADES = {
  light: [theme.defaultAlgorithm, inOurs(LIGHT)],
  dark: [theme.darkAlgorithm, inOurs(DARK)],
};

/** antd's theme in our colours, with the faces of the reader's language. */
export function lookOf(dark: boolean, language: Language): ThemeConfig {
  const colours = dark ? DARK : LIGHT;
  return {
    algorithm: dark ? SHADES.dark : SHADES.light,
    token: {
      // What is there is there at once. And a button whose loading icon fades out keeps it for good, in its name too, where the browser
      // drops the end of that movement.
      motion: false,
      // The shades that are not named above follow these.
      colorPrimary: colours.act,
      colorInfo: colours.act,
      colorError: colours.late,
      colorWarning: colours.soon,
      colorSuccess: colours.done,
      colorTextDescription: colours.faint,
      colorTextPlaceholder: colours.faint,
      colorSplit: colours.line,
      borderRadius: 4,
      fontSize: 14,
      fontFamily: FACES[language],
    },
    components: {
      Button: {
        primaryColor: colours.onAct,
        dangerColor: colours.onAct,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Segmented: { trackBg: colours.line, itemSelectedBg: colours.surface, itemSelectedColor: colours.act, itemColor: colours.soft },
      Table: { fontSize: 13 },
    },
  };
}
