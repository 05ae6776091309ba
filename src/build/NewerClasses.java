// Gives the classes in jars that are of before Java 6 the form of Java 6, with the stack maps that come with it: a start
// cache takes no others, so that they would be read and checked anew at every start. What they do stays as it is.
//
//   java src/build/NewerClasses.java FOLDER
//
// FOLDER has the jars. One that holds no such class is left alone.

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.ByteBuffer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

static final int OLDEST = ClassFile.JAVA_6_VERSION;
static final ClassTransform NEWER = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
        .andThen((newer, element) -> newer.with(element instanceof ClassFileVersion ? ClassFileVersion.of(OLDEST, 0) : element));

void main(String[] args) throws IOException {
    if (args.length != 1) {
        System.err.println("Usage: java src/build/NewerClasses.java FOLDER");
        System.exit(2);
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
        for (Path jar : jars) {
            renew(jar);
        }
    }
}

static void renew(Path jar) throws IOException {
    Path renewed = jar.resolveSibling(jar.getFileName() + ".new");
    try (JarFile old = new JarFile(jar.toFile())) {
        List<JarEntry> entries = Collections.list(old.entries());
        if (entries.stream().noneMatch(entry -> isOld(old, entry))) {
            return;
        }
        ClassFile classes = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy(old)));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(renewed))) {
            for (JarEntry entry : entries) {
                JarEntry same = new JarEntry(entry.getName());
                same.setTime(entry.getTime());
                out.putNextEntry(same);
                byte[] content = content(old, entry, Integer.MAX_VALUE);
                out.write(isOld(old, entry) ? classes.transformClass(classes.parse(content), NEWER) : content);
            }
        }
    }
    Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING);
}

/** Where two ways meet, a stack map names what both have in common: a class of the jar, or one of Java's. */
static ClassHierarchyResolver hierarchy(JarFile jar) {
    return ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
        String name = type.descriptorString();
        JarEntry entry = jar.getJarEntry(name.substring(1, name.length() - 1) + ".class");
        return entry == null ? null : new ByteArrayInputStream(content(jar, entry, Integer.MAX_VALUE));
    }).orElse(ClassHierarchyResolver.defaultResolver());
}

/** By the class file's beginning: four bytes that all have, then two bytes each of its minor and its major version. */
static boolean isOld(JarFile jar, JarEntry entry) {
    return entry.getName().endsWith(".class") && ByteBuffer.wrap(content(jar, entry, 8)).getShort(6) < OLDEST;
}

static byte[] content(JarFile jar, JarEntry entry, int most) {
    try (InputStream in = jar.getInputStream(entry)) {
        return in.readNBytes(most);
    } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
    }
}
