package footing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import footing.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("out.json");
    }

    @Test
    void file_isThereWhole_whenItWasNotBefore() {
        OutputFile.of("--json", file).write("{}");
        assertThat(file).hasContent("{}");
        assertThat(names()).containsExactly("out.json");
    }

    @Test
    void file_isAsItWas_whenTheContentCannotBeMade() throws IOException {
        Files.writeString(file, "before");
        assertThatThrownBy(() -> OutputFile.of("--json", file).write((out) -> {
            out.write('{');
            throw new IOException("half of it");
        })).isInstanceOf(FileException.class);
        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("out.json");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void link_staysALink_andWhatItLeadsToIsWritten() throws IOException {
        Path target = Files.writeString(Files.createDirectory(folder.resolve("far")).resolve("target.json"), "before");
        Files.createSymbolicLink(folder.resolve("near"), Path.of("far/target.json"));
        Files.createSymbolicLink(file, Path.of("near"));

        OutputFile.of("--json", file).write("after");

        assertThat(file).isSymbolicLink();
        assertThat(folder.resolve("near")).isSymbolicLink();
        assertThat(target).isRegularFile().hasContent("after");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void link_toNothing_makesWhatItLeadsTo() throws IOException {
        Files.createSymbolicLink(file, Path.of("target.json"));
        OutputFile.of("--json", file).write("after");
        assertThat(file).isSymbolicLink();
        assertThat(folder.resolve("target.json")).hasContent("after");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void links_inACircle_areRefused() throws IOException {
        Files.createSymbolicLink(file, Path.of("other"));
        Files.createSymbolicLink(folder.resolve("other"), file);
        assertThat(refusal(file)).contains("--json", file.toString(), "lead to no file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipe_isWrittenInto_andStaysAPipe() throws Exception {
        pipe(file);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        for (Path way : List.of(file, link)) {
            CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> read(file));
            OutputFile.of("--json", way).check();
            OutputFile.of("--json", way).write("through");
            assertThat(reader.get(20, TimeUnit.SECONDS)).isEqualTo("through");
        }
        assertThat(Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).isOther()).isTrue();
        assertThat(link).isSymbolicLink();
        assertThat(names()).containsExactlyInAnyOrder("out.json", "link");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsOpenAlready_isAddedTo_andNotReplaced() throws IOException {
        Files.writeString(file, "before ");
        Path link = Files.createSymbolicLink(file.resolveSibling("link"), Path.of("/proc/self/root" + file));

        OutputFile.of("--json", link).write("after");

        assertThat(file).content().isEqualTo("before after");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void folder_isRefused_whereAFileIsMeant() throws IOException {
        Files.createDirectory(file);
        assertThat(refusal(file)).contains("--json", file.toString(), "is a folder; allowed is a file");
    }

    @Test
    void file_isRefused_whereItsFolderIsMissing() {
        assertThat(refusal(folder.resolve("missing/out.json"))).contains("--json", folder.resolve("missing").toString(),
                "does not exist");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readOnlyFile_isRefused_andStaysAsItIs() throws IOException {
        Files.writeString(file, "kept");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(refusal(file)).contains("--json", file.toString(), "may only be read", "allowed");
        assertThatThrownBy(() -> OutputFile.of("--json", file).write("other")).isInstanceOf(FileException.class);
        assertThat(file).hasContent("kept");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissions_areKept_whereTheFileExists() throws IOException {
        Files.writeString(file, "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r----x"));
        OutputFile.ownersOnly("--json", file).write("after");
        assertThat(permissions(file)).isEqualTo("rw-r----x");
        assertThat(file).hasContent("after");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void newFile_isForItsOwnerAlone_whereItIsPrivate_andAsUsualElsewhere() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        OutputFile.ownersOnly("--json", file).write("secret");
        OutputFile.of("--json", folder.resolve("open")).write("open");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("open"))).isEqualTo(permissions(usual));
    }

    @Test
    void name_isRefused_whereNoFileCanHaveIt() {
        assertThatThrownBy(() -> OutputFile.path("--json", "a\0b")).isInstanceOfSatisfying(FileException.class,
                (refused) -> assertThat(said(refused)).startsWith("--json: ").contains("cannot be the name"));
    }

    @Test
    void folder_isMade_withItsFirstFile() {
        OutputFolder made = new OutputFolder("--out", folder.resolve("new"));
        made.check();
        assertThat(made.path()).doesNotExist();
        made.file("a").write("a");
        assertThat(folder.resolve("new/a")).hasContent("a");
    }

    @Test
    void folder_isRefused_whereItIsAFile_orHasNoFolderToBeMadeIn() throws IOException {
        Files.writeString(file, "");
        assertThatThrownBy(new OutputFolder("--out", file)::check).isInstanceOfSatisfying(FileException.class,
                (refused) -> assertThat(said(refused)).contains("--out", file.toString(), "allowed is a folder"));
        assertThatThrownBy(() -> new OutputFolder("--out", folder.resolve("a/b")).file("c"))
                .isInstanceOfSatisfying(FileException.class,
                        (refused) -> assertThat(said(refused)).contains("--out", folder.resolve("a").toString(),
                                "does not exist"));
    }

    private String refusal(Path refused) {
        try {
            OutputFile.of("--json", refused).check();
        } catch (FileException e) {
            return said(e);
        }
        throw new AssertionError("not refused: " + refused);
    }

    private static String said(FileException refused) {
        return Texts.of("file").get(refused.key(), refused.values());
    }

    private static String permissions(Path of) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
    }

    private static String read(Path pipe) {
        try {
            return Files.readString(pipe);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void pipe(Path at) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", at.toString()).start().waitFor()).isZero();
    }

    private List<String> names() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map((each) -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
