package footing.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Versions implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"footing " + Surroundings.ofProcess().version(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")};
    }
}
