/**
 * The command line: what a person types, and what is printed.
 *
 * <p>Enter by {@link dev.reeve.cli.Main} and {@link dev.reeve.cli.CommandTree}, which lists the commands. Each reads and
 * writes the files of a workspace, and so works whether or not a supervisor runs; the two that run one, {@code up} and
 * {@code demo}, stand here. The others are in packages of their own by what they do: {@code look}, {@code move},
 * {@code submit}, {@code mail}, {@code setup} and {@code service}. They all stand on {@code tasks}, which knows which task is meant, and
 * on {@code call}, which is all that a command has from outside. {@link dev.reeve.cli.Errors} says what went wrong.
 */
package dev.reeve.cli;
