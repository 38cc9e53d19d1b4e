/**
 * Files that agents and people change together: locks between them, and state that is read, changed and written under
 * one.
 *
 * <p>Enter by {@link dev.reeve.shared.SharedLock}, which takes and gives back the lock of a file, and by
 * {@link dev.reeve.shared.SharedState}, the JSON that many change. {@code Judge} says whether a lock that is there still
 * holds, {@code LockStore} does the steps on the disk.
 */
package dev.reeve.shared;
