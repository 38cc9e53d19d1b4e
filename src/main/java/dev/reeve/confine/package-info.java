/**
 * What an attempt may see and take of the machine: its credentials, its sandbox, its limits. Nothing here starts or
 * stops anything of its own accord.
 */
package dev.reeve.confine;
