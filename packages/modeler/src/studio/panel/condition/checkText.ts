/** The runtime's own reader of FEEL, which is too heavy for the page: loaded when somebody first writes a condition as text. */
export { checkFeel } from '@guicheng/runtime/checking';
