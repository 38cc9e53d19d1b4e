/**
 * The supervisor: it looks at what the folders say, decides, and carries it out.
 *
 * <p>From outside, enter by {@link dev.reeve.supervisor.Supervisor}, which is opened on a workspace with a
 * {@link dev.reeve.supervisor.World} and {@link dev.reeve.supervisor.Hints}. To understand it, begin with
 * {@code docs/life-of-a-task.md}, then read {@code Decision}, a plain function of what the loop remembers, and
 * {@code Conductor}, which carries its moves out, and {@code Settling}, which lets them last. {@code Accepting}, {@code Starting}, {@code Ending}, {@code Moving} and
 * {@code PersonsMove} are the transitions; {@code Arrivals} is the state table, for what stands where nobody expected it.
 */
package dev.reeve.supervisor;
