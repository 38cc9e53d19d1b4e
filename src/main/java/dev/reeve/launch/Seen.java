package dev.reeve.launch;

/** A living process at one look. */
public record Seen(Identity identity, long parent, long group, long session, String command) {

    public long pid() {
        return identity.pid();
    }
}
