/**
 * The commands that send and show messages: {@code send}, {@code inbox} and {@code steer}.
 *
 * <p>Enter by the three commands. Outside of a task they write into inboxes themselves; inside of one what is sent goes
 * through its door, where Reeve says whom it is from. {@code Answer} waits for what comes back.
 */
package dev.reeve.cli.mail;
