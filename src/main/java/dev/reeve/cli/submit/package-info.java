/**
 * {@code reeve submit}: drops a task into a door, and may wait for what becomes of it.
 *
 * <p>Enter by {@link dev.reeve.cli.submit.SubmitCommand}. {@code TaskSource} is what was handed over, {@code Drop} puts it
 * into the door, {@code Outcome} waits. {@code FanOut} plans many tasks of one, {@code TogetherDrop} drops them so that none
 * is left out and none is dropped twice, {@code Crowd} waits for them.
 */
package dev.reeve.cli.submit;
