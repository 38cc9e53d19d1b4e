package dev.reeve.launcher;

/** Stands in for Reeve where the launcher is tried with a real Java. */
public final class Echo {

    private Echo() {}

    public static void main(String[] args) {
        System.out.print(String.join(" ", args) + " in " + System.getProperty("sun.jnu.encoding") + "\n");
    }
}
