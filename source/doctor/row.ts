// A row of the page: one link, its verdict, and what that rests on.
import type {DoctorCheckId, DoctorHelper, DoctorSkip, DoctorSound, DoctorTrouble} from '../core/index.ts';

export type Judgement =
	| {readonly verdict: 'ok'; readonly sound: DoctorSound}
	| {
			readonly verdict: 'warning' | 'broken';
			readonly trouble: DoctorTrouble;
			/** Who can mend it. */
			readonly helper: DoctorHelper;
	  }
	| {readonly verdict: 'skipped'; readonly because: DoctorSkip};

export type Row = {readonly id: DoctorCheckId} & Judgement;

export const sound = (found: DoctorSound): Judgement => ({verdict: 'ok', sound: found});

export const warning = (trouble: DoctorTrouble, helper: DoctorHelper): Judgement => ({
	verdict: 'warning',
	trouble,
	helper,
});

export const broken = (trouble: DoctorTrouble, helper: DoctorHelper): Judgement => ({
	verdict: 'broken',
	trouble,
	helper,
});

export const skipped = (because: DoctorSkip): Judgement => ({verdict: 'skipped', because});

/** Leans on a link that is broken. */
export const skippedAfter = (id: DoctorCheckId): Judgement => skipped({code: 'AFTER', id});
