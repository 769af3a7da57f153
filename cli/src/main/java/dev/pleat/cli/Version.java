package dev.pleat.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "pleat " + (version == null ? "(development)" : version),
            "Java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vm.name")
        };
    }
}
