// The two states that screens are drawn from: the engine's picture, and the console's own.
import {useSyncExternalStore} from 'react';
import type {Snapshot} from '../../engine/index.ts';
import type {Desk} from './desk.ts';
import type {UiState} from './state.ts';

/** The engine's picture of this moment. */
export const useSnapshot = ({options: {engine}}: Desk): Snapshot =>
	useSyncExternalStore(engine.subscribe, engine.getSnapshot);

/** The console's own state of this moment. */
export const useUi = ({ui}: Desk): UiState => useSyncExternalStore(ui.subscribe, ui.getSnapshot);
