import type { EntityType } from './api';

// Okabe and Ito's palette, told apart by colour-blind readers too.
export const TYPE_COLORS: Record<EntityType, string> = {
  Organization: '#0072b2',
  Person: '#d55e00',
  Post: '#009e73',
  Position: '#b58900',
  Place: '#8250c4',
};

export const STATUS_COLORS: Record<string, string> = {
  actual: '#8a94a6',
  proposed: '#c98a1b',
  planned: '#c98a1b',
  former: '#b9c0cc',
  conditional: '#d8b98a',
};

export const relationName = (type: string) => type.toLowerCase().replaceAll('_', ' ');
