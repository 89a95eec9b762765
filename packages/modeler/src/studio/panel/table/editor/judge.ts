/** The runtime's own reader of tables, which is too heavy for the page: loaded when a table is opened. */
export { cellFault, tryOut } from '@guicheng/runtime/checking';
