// The door of the settings room: a till's folder in, either settings or the full list of problems out.
export {type CopyEnd, copyModuleFolder} from './copy-module-folder.ts';
export {type TakenFile, takeFile} from './disk/take-file.ts';
export {
	checkSettings,
	type GetEnd,
	getSetting,
	type SettingRow,
	type ShowEnd,
	showSettings,
} from './get-setting.ts';
export {loadTill, type TillEnd} from './load-till.ts';
export {type AccessLine, splitAccessLine} from './module-files/access-line.ts';
export {moduleFileName} from './module-files/module-settings.ts';
export {linkFileName} from './module-files/payment-types.ts';
export {checkPin, hashPin, isPin} from './pin.ts';
export {attemptsFileName, type PinVerdict, tryPin, waitAfter} from './pin-guard.ts';
export {type SetEnd, type SetOptions, type SettingChange, setSetting, setSettings} from './set-settings.ts';
export type {LinkedSystem, Till, TillDisplay, TillRegister} from './till.ts';
export {type PaymentTypeRow, type TillFile, tillFileName} from './till-file/till-schema.ts';
export {keepFormer, recordTaken, type Undone, undoSettings} from './undo.ts';
export {readWhatIsSet, type WhatIsSet} from './what-is-set.ts';
