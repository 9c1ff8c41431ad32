// Every mutant there is.
import {engineMutants} from './engine-mutants.ts';
import type {Mutant} from './mutant.ts';
import {paymentMutants} from './payment-mutants.ts';
import {roomMutants} from './room-mutants.ts';

export const mutants: readonly Mutant[] = [...paymentMutants, ...engineMutants, ...roomMutants];
