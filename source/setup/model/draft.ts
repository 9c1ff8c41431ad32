// What is kept of an unfinished run: everything that was typed, but for secrets.
import {letterFields, secretFields} from '../letter/fields.ts';
import type {Draft} from '../ports.ts';
import type {WizardState} from './state.ts';

export const draftOf = ({step, letter, types, register, certificate}: WizardState): Draft => ({
	step,
	letter: Object.fromEntries(
		letterFields.filter((field) => !secretFields.has(field)).map((field) => [field, letter.values[field]]),
	),
	types: types.isSuggested ? [] : types.rows,
	address: register.address,
	certificatePath: certificate.path,
});
