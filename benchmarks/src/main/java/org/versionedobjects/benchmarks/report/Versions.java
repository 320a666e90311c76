package org.versionedobjects.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The versions of the contenders, as their own jars tell them. */
public final class Versions {
    private final SortedMap<String, String> versions = new TreeMap<>();

    /** Adds the artifact that a class comes from. */
    public Versions add(Class<?> member) throws IOException {
        Path place = place(member);
        if (Files.isRegularFile(place)) {
            try (JarFile jar = new JarFile(place.toFile())) {
                add(jar, place);
            }
        } else {
            versions.put("org.versionedobjects", "this build");
        }
        return this;
    }

    private void add(JarFile jar, Path place) throws IOException {
        String artifact = artifact(place);
        Properties maven = mavenProperties(jar, artifact);
        if (maven != null) {
            versions.put(
                    maven.getProperty("groupId") + ":" + maven.getProperty("artifactId"), maven.getProperty("version"));
            return;
        }
        String version = jar.getManifest() == null
                ? null
                : jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        versions.put(artifact, version == null ? version(place) : version);
    }

    private static @Nullable Properties mavenProperties(JarFile jar, String artifact) throws IOException {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            // a jar with others shaded in has the properties of each
            if (entry.getName().endsWith("/" + artifact + "/pom.properties")) {
                Properties properties = new Properties();
                try (InputStream in = jar.getInputStream(entry)) {
                    properties.load(in);
                }
                return properties;
            }
        }
        return null;
    }

    private static Path place(Class<?> member) {
        CodeSource source = member.getProtectionDomain().getCodeSource();
        try {
            return Path.of(new URI(source.getLocation().toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of " + member + " is no URI", e);
        }
    }

    /** Returns the name of a jar without version and ending. */
    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*\\.jar$", "");
    }

    /** Returns the version in the name of a jar. */
    private static String version(Path jar) {
        return jar.getFileName()
                .toString()
                .replaceFirst("\\.jar$", "")
                .substring(artifact(jar).length() + 1);
    }

    /** Returns the versions by artifact. */
    public SortedMap<String, String> all() {
        return new TreeMap<>(versions);
    }
}
