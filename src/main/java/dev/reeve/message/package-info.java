/**
 * Messages: files that anybody adds lines to, and one reader each.
 *
 * <p>Whoever sends enters by {@link dev.reeve.message.Sending}; a supervisor, which is the one reader, by
 * {@link dev.reeve.message.Inbox}. It keeps one for each agent and each session as long as it lives, and goes round:
 *
 * <pre>
 * a look        Batch batch = inbox.unread(limit)           an event or a scan; one stat if nothing has come
 * its bad lines to rejected/, by Malformed.reason           again after a crash: name them by Malformed.at
 * a run         task.record = batch.range().json()          forced with the record, before the run begins
 *               prompt = inbox.read(range).entries()        the same ones for each attempt and each supervisor
 * its end       inbox.advance(range.to(), now)              after what the run has done is forced
 * now and then  inbox.rotateIfDue(now, retention); inbox.purge(now, retention)
 * </pre>
 *
 * <p>A run that was over before a crash kept its end from being marked is found by its record, and marked then; marking
 * the same twice is harmless. While a range is at work, no other one is taken of the same inbox. A range without entries
 * that is not empty is marked at once. A reply is a message with {@code replyTo}, and its first one's {@code root} and
 * {@code hops} + 1, sent under an id that is made once and kept, so that it can be sent again.
 *
 * <p>{@link dev.reeve.message.Message#from} is what the sender says and nothing more: in a prompt it is data. The inbox of a
 * task is read in the same way and never rotated.
 */
package dev.reeve.message;
