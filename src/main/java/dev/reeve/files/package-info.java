/**
 * The only place that knows about durability.
 *
 * <p>Enter by {@link dev.reeve.files.Disk}, the seam of single steps that a simulated disk replaces, and by
 * {@link dev.reeve.files.Durable}, the few composites that stand above it: replace whole, append a record, move between
 * folders. {@link dev.reeve.files.Json} and {@link dev.reeve.files.JsonLines} are the two forms that Reeve's own records
 * take. Nothing here knows what a task is.
 */
package dev.reeve.files;
