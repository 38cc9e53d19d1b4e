/**
 * The programs that people have, installed as people install them, at work for a real supervisor and asking a model on
 * loopback. {@code mvn verify -Preal-agents} runs them; no other build does.
 */
package dev.reeve.real;
