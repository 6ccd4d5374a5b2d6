import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  InputWrapper,
  Menu,
  MenuDivider,
  Modal,
  SegmentedControl,
  Tooltip,
} from '@mantine/core';
import controls from './controls.module.css';

const serif = '"Source Serif 4 Variable", Georgia, serif';

/** Mantine in Dateline's own paper, ink and blue pencil. */
export const theme = createTheme({
  primaryColor: 'pencil',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  black: '#22251f',
  white: '#fffefb',
  colors: {
    pencil: [
      '#e1eaf3',
      '#c6d8e9',
      '#afcbea',
      '#93beea',
      '#6797c7',
      '#4479ae',
      '#2d6298',
      '#1d4f82',
      '#173f69',
      '#10233a',
    ],
  },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  headings: { fontFamily: serif, fontWeight: '600' },
  defaultRadius: 'sm',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.34', sm: '1.4', md: '1.43', lg: '1.34', xl: '1.28' },
  radius: { xs: '0.125rem', sm: '0.375rem', md: '0.5rem', lg: '0.625rem', xl: '0.625rem' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  breakpoints: { xs: '36em', sm: '53.75em', md: '77.5em', lg: '90em', xl: '110em' },
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'filled' },
      classNames: { root: controls.button, section: controls.section },
    }),
    ActionIcon: ActionIcon.extend({ classNames: { root: controls.icon } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        transitionProps: { duration: 200 },
        overlayProps: { color: 'var(--dl-veil)', backgroundOpacity: 1 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      classNames: {
        content: controls.dialog,
        header: controls.dialogHeader,
        title: controls.dialogTitle,
        body: controls.dialogBody,
      },
    }),
    Menu: Menu.extend({
      // A focusable placeholder has no place in a menu: focus goes to its first item.
      defaultProps: { radius: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false },
      classNames: { dropdown: controls.menu, item: controls.menuItem, itemSection: controls.menuSection },
    }),
    MenuDivider: MenuDivider.extend({ defaultProps: { role: 'separator' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, color: 'var(--dl-ink)' },
      classNames: { tooltip: controls.tooltip },
    }),
    Input: Input.extend({ classNames: { input: controls.input, section: controls.inputSection } }),
    InputWrapper: InputWrapper.extend({
      classNames: { label: controls.label, description: controls.note, error: controls.note },
    }),
    SegmentedControl: SegmentedControl.extend({
      classNames: {
        root: controls.segments,
        label: controls.segment,
        indicator: controls.segmentIndicator,
      },
    }),
  },
  shadows: { xs: 'var(--dl-shadow-card)', md: 'var(--dl-shadow-card)', xl: 'var(--dl-shadow-float)' },
});

const shared = {
  '--mantine-color-body': 'var(--dl-desk)',
  '--mantine-color-text': 'var(--dl-ink)',
  '--mantine-color-default': 'var(--dl-paper)',
  '--mantine-color-default-hover': 'var(--dl-inset)',
  '--mantine-color-default-color': 'var(--dl-ink)',
  '--mantine-color-default-border': 'var(--dl-edge)',
  '--mantine-color-dimmed': 'var(--dl-ink-3)',
  '--mantine-color-placeholder': 'var(--dl-ink-3)',
  '--mantine-color-error': 'var(--dl-stop)',
  '--mantine-color-anchor': 'var(--dl-accent)',
  '--mantine-primary-color-filled': 'var(--dl-accent)',
  '--mantine-primary-color-contrast': 'var(--dl-accent-on)',
};

/** Lays our tokens under Mantine's own names, so that its parts follow both schemes by themselves. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--mantine-shadow-float': 'var(--dl-shadow-float)' },
  light: shared,
  dark: shared,
});
