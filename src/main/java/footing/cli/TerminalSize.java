package footing.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How wide the terminal is. Java does not tell; {@code stty}, which every Unix has, is asked. */
final class TerminalSize {

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,5} ([1-9][0-9]{0,4})");
    private static final long LONGEST_WAIT_MS = 500;

    private TerminalSize() {
    }

    /** Empty where there is no {@code stty}, or standard input is no terminal. */
    static Optional<Integer> columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectErrorStream(true)
                    .start();
            try {
                if (!stty.waitFor(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS)) {
                    return Optional.empty();
                }
                return columns(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            } finally {
                stty.destroy();
            }
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** @param said rows and columns; a terminal that does not know says {@code 0 0} */
    static Optional<Integer> columns(String said) {
        Matcher size = SIZE.matcher(said.strip());
        return size.matches() ? Optional.of(Integer.parseInt(size.group(1))) : Optional.empty();
    }
}
