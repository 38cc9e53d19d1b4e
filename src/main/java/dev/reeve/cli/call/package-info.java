/**
 * One call of the command line: what a command has from outside, and how it answers.
 *
 * <p>Enter by {@link dev.reeve.cli.call.Invocation}. {@link dev.reeve.cli.call.WorkspaceOption} knows which workspace is
 * meant, {@link dev.reeve.cli.call.UserError} and {@link dev.reeve.cli.call.Exit} are how a command fails, and
 * {@link dev.reeve.cli.call.Terminal}, {@link dev.reeve.cli.call.Table} and {@link dev.reeve.cli.call.Phrases} are how it
 * speaks.
 */
package dev.reeve.cli.call;
