package dev.reeve.cli;

import picocli.CommandLine.IVersionProvider;

/** Which version this is: what the build wrote into the jar. */
final class Version implements IVersionProvider {

    static String text() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "unpacked" : built;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"reeve " + text()};
    }
}
