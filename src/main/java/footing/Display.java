package footing;

import footing.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether there is something to open a window on. JavaFX is not asked: it ends in a stack trace where there is not. */
final class Display {

    private static final Texts TEXTS = Texts.of("cli");
    private static final String GTK = "libgtk-3.so.0";
    private static final List<String> LIBRARIES = List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib");

    private Display() {
    }

    /** What is missing, in one line; empty where a window can be opened. */
    static Optional<String> missing() {
        return missing(System.getProperty("os.name"), System.getProperty("glass.platform", ""), System.getenv(),
                gtkPlaces());
    }

    /**
     * @param glass JavaFX's own choice of a platform; the headless one needs nothing
     * @param gtk where the library that JavaFX needs may be
     */
    static Optional<String> missing(String system, String glass, Map<String, String> environment, List<Path> gtk) {
        if (glass.equalsIgnoreCase("Headless") || !system.toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.empty();
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()) {
            return Optional.of(line("display.no-variable"));
        }
        return gtk.stream().anyMatch(Files::exists) ? Optional.empty() : Optional.of(line("display.no-gtk"));
    }

    /** The display is there by its name, and refused all the same. */
    static String refused() {
        return line("display.refused");
    }

    private static String line(String detail) {
        return TEXTS.get("display.missing", Map.of("detail", TEXTS.get(detail)));
    }

    private static List<Path> gtkPlaces() {
        Stream<String> named = Stream.of(System.getenv().getOrDefault("LD_LIBRARY_PATH", "").split(":", -1))
                .filter((folder) -> !folder.isBlank());
        String machine = switch (System.getProperty("os.arch")) {
            case "aarch64" -> "aarch64-linux-gnu";
            default -> "x86_64-linux-gnu";
        };
        Stream<String> usual = LIBRARIES.stream().flatMap((folder) -> Stream.of(folder, folder + "/" + machine));
        return Stream.concat(named, usual).map((folder) -> Path.of(folder, GTK)).toList();
    }
}
