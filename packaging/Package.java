// Makes the packages that people install: `mvn -Ppackage -DskipTests package` runs it as `java packaging/Package.java
// VERSION` after target/footing has been made. Every flag of jlink and jpackage stands here and nowhere else.
//
//   target/image/      the program with a Java of its own, ready to run where it stands
//   target/installer/  a .deb, .msi or .dmg of it, for the system that this runs on

/** The modules of the JDK that the program, the AWS SDK, the PDF writer and JavaFX use; JavaFX's own come from its jars. */
static final String MODULES = "java.base,java.desktop,java.logging,java.management,java.naming,java.scripting,java.xml,"
        + "jdk.crypto.cryptoki,jdk.httpserver,jdk.net,jdk.unsupported,jdk.zipfs,"
        + "javafx.base,javafx.controls,javafx.fxml,javafx.graphics";

/** What the installed Java is started with. */
static final List<String> JAVA_OPTIONS = List.of(
        "--enable-native-access=javafx.graphics",
        // ControlsFX' text field completion wants this one; nothing else of JavaFX is opened.
        "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        // A cache that does not fit only costs time, and what the Java says about it would stand among our results.
        "-Xlog:aot*=off,cds*=off");

static final String NAME = "Footing";
static final String MAIN_CLASS = "footing.Footing";
static final String UPGRADE_UUID = "6f3c0a52-8d0e-4c4b-9d0c-2f6f1f0a4b7e"; // Windows knows the product by it: never change

/** The system that this runs on, and where an app image of it keeps its parts. */
enum Desktop {
    LINUX("", "lib/app", "lib/runtime", "lib"),
    WINDOWS("", "app", "runtime", "bin"),
    MACOS(".app", "Contents/app", "Contents/runtime/Contents/Home", "lib");

    final String suffix;
    final String app;
    final String runtime;
    final String natives; // of a Java runtime

    Desktop(String suffix, String app, String runtime, String natives) {
        this.suffix = suffix;
        this.app = app;
        this.runtime = runtime;
        this.natives = natives;
    }

    static Desktop current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.startsWith("windows") ? WINDOWS : os.startsWith("mac") ? MACOS : LINUX;
    }
}

static final Path PACKAGING = Path.of("packaging");
static final Path LIB = Path.of("target/footing/lib");
static final Path WORK = Path.of("target/package");
static final Path IMAGE = Path.of("target/image");
static final Path INSTALLER = Path.of("target/installer");
static final Desktop DESKTOP = Desktop.current();

void main(String[] args) throws Exception {
    if (args.length != 1 || !Files.isRegularFile(LIB.resolve("footing.jar"))) {
        System.err.println("Usage: java packaging/Package.java VERSION, after mvn -DskipTests package");
        System.exit(2);
    }
    // macOS refuses a version that begins with 0.
    String version = DESKTOP == Desktop.MACOS ? args[0].replaceFirst("^0\\.", "1.") : args[0];
    for (Path old : List.of(WORK, IMAGE, INSTALLER)) {
        delete(old);
        Files.createDirectories(old);
    }
    Path runtime = link();
    Path image = image(runtime, version);
    cache(image);
    installer(image, version);
}

/** A Java with the modules above; JavaFX's native libraries lie in it like its own, so that no start unpacks them. */
Path link() throws Exception {
    List<Path> javafx = jars(name -> name.startsWith("javafx-"));
    Path runtime = WORK.resolve("runtime");
    run("jlink", List.of(
            "--module-path", String.join(File.pathSeparator, javafx.stream().map(Path::toString).toList()),
            "--add-modules", MODULES,
            "--exclude-resources", "glob:/javafx.*/*.so,glob:/javafx.*/*.dll,glob:/javafx.*/*.dylib",
            "--strip-debug", "--no-header-files", "--no-man-pages",
            "--compress", "zip-6",
            "--output", runtime.toString()));
    for (Path jar : javafx) {
        try (FileSystem files = FileSystems.newFileSystem(jar); Stream<Path> natives = Files.list(files.getPath("/"))) {
            for (Path each : natives.filter(path -> path.toString().matches(".*\\.(so|dll|dylib)")).toList()) {
                Files.copy(each, runtime.resolve(DESKTOP.natives).resolve(each.getFileName().toString()));
            }
        }
    }
    return runtime;
}

/** The app image: the Java above, and everything that is not JavaFX on the class path. */
Path image(Path runtime, String version) throws Exception {
    Path input = Files.createDirectories(WORK.resolve("input"));
    for (Path jar : jars(name -> !name.startsWith("javafx-"))) {
        Files.copy(jar, input.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    var options = new ArrayList<>(List.of(
            "--type", "app-image", "--dest", IMAGE.toString(),
            "--input", input.toString(), "--main-jar", "footing.jar", "--main-class", MAIN_CLASS,
            "--runtime-image", runtime.toString(),
            "--icon", icon()));
    options.addAll(about(version));
    JAVA_OPTIONS.forEach(option -> options.addAll(List.of("--java-options", option)));
    options.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/footing.aot"));
    options.addAll(switch (DESKTOP) {
        case LINUX -> List.of("--app-content", desktopFiles().toString());
        case WINDOWS -> List.of("--add-launcher", "footing-cli=" + PACKAGING.resolve("windows/footing-cli.properties"));
        case MACOS -> List.of("--mac-package-identifier", "dev.footing.Footing");
    });
    run("jpackage", options);
    return IMAGE.resolve(NAME + DESKTOP.suffix);
}

/** What the installed program starts from; made with the Java, the class path and the options that it starts with. */
void cache(Path image) throws Exception {
    Path app = image.resolve(DESKTOP.app).toAbsolutePath();
    String classPath = Files.readAllLines(app.resolve(NAME + ".cfg"))
            .stream()
            .filter(line -> line.startsWith("app.classpath="))
            .map(line -> line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString()))
            .collect(Collectors.joining(File.pathSeparator));
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "src/build/StartCache.java", image.resolve(DESKTOP.runtime).toAbsolutePath().toString(),
            app.resolve("footing.aot").toString(), classPath));
    command.addAll(JAVA_OPTIONS);
    process(command, WORK.resolve("training.log"));
    if (DESKTOP == Desktop.MACOS) {
        // jpackage sealed the image before it held the cache.
        process(List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()),
                WORK.resolve("codesign.log"));
    }
}

/** The installer of this system. */
void installer(Path image, String version) throws Exception {
    var options = new ArrayList<>(List.of("--dest", INSTALLER.toString(), "--app-image", image.toString(),
            "--license-file", "LICENSE"));
    options.addAll(about(version));
    options.addAll(switch (DESKTOP) {
        case LINUX -> List.of("--type", "deb", "--resource-dir", PACKAGING.resolve("linux").toString(),
                "--linux-package-name", "footing", "--linux-app-category", "admin",
                "--linux-deb-maintainer", "maintainers@footing.invalid");
        case WINDOWS -> List.of("--type", "msi", "--resource-dir", PACKAGING.resolve("windows").toString(),
                "--win-upgrade-uuid", UPGRADE_UUID, "--win-menu", "--win-dir-chooser", "--win-per-user-install");
        case MACOS -> List.of("--type", "dmg", "--resource-dir", PACKAGING.resolve("macos").toString());
    });
    run("jpackage", options);
}

/** What every package says of itself. */
static List<String> about(String version) {
    return List.of("--name", NAME, "--app-version", version, "--vendor", "The Footing maintainers",
            "--description", "Put an AWS account on a secure footing",
            "--copyright", "Apache License 2.0");
}

static String icon() {
    return PACKAGING.resolve(switch (DESKTOP) {
        case LINUX -> "linux/Footing.png";
        case WINDOWS -> "windows/Footing.ico";
        case MACOS -> "macos/Footing.icns";
    }).toString();
}

/** The files by which a Linux desktop knows a program; packaging/linux/postinst links them to their places. */
static Path desktopFiles() throws IOException {
    Path desktop = Files.createDirectories(WORK.resolve("desktop"));
    for (String file : List.of("linux/dev.footing.Footing.desktop", "linux/dev.footing.Footing.metainfo.xml",
            "icon/footing.svg")) {
        Path from = PACKAGING.resolve(file);
        Files.copy(from, desktop.resolve(from.getFileName()));
    }
    return desktop;
}

static List<Path> jars(Predicate<String> names) throws IOException {
    try (Stream<Path> all = Files.list(LIB)) {
        return all.filter(path -> names.test(path.getFileName().toString())).sorted().toList();
    }
}

static void run(String tool, List<String> options) throws Exception {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
    command.addAll(options);
    System.out.println(String.join(" ", command));
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    // Jars and a zipped runtime hardly get smaller: xz needs a minute of two cores to save 4 MB of 80.
    process.environment().put("DPKG_DEB_COMPRESSOR_TYPE", "zstd");
    process.environment().put("DPKG_DEB_COMPRESSOR_LEVEL", "10");
    if (process.start().waitFor() != 0) {
        throw new IllegalStateException(tool + " failed.");
    }
}

static void process(List<String> command, Path log) throws Exception {
    int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    if (code != 0) {
        throw new IllegalStateException(command.getFirst() + " ended with " + code + ": see " + log);
    }
}

static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
        return;
    }
    try (Stream<Path> all = Files.walk(path)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
        }
    }
}
