/**
 * What people write, spoiled in every way, to see that it is accepted or rejected clearly and never breaks anything.
 *
 * <p>Enter by {@link dev.reeve.fuzz.Corpus}, the good files, {@link dev.reeve.fuzz.Spoiler}, which spoils them by chance,
 * and {@link dev.reeve.fuzz.Seeds}, which tries one seed after another and makes a failure small.
 */
package dev.reeve.fuzz;
