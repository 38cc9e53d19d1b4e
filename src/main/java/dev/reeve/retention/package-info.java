/**
 * What is kept, and for how long: {@code retention:} of reeve.yaml, the decision what goes, and the ways in which it goes, in
 * small steps. What is still needed, others say.
 */
package dev.reeve.retention;
