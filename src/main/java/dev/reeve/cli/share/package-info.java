/**
 * {@code reeve lock} and {@code reeve state}: what agents and people change together.
 *
 * <p>Enter by {@link dev.reeve.cli.share.LockCommand} and {@link dev.reeve.cli.share.StateCommand}. {@code SharedFile} is
 * the file that a name means, {@code LockWait} waits for its lock, {@code UnderLock} runs a command with it held.
 */
package dev.reeve.cli.share;
