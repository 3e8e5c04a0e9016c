package com.socialflow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What our sources do without, so that nobody has to look for it everywhere. */
class SourcesTest {

    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    @Asvs({"V1.3.2", "V1.5.2"})
    @Test
    void nothingRunsWhatSomebodyWrote() throws IOException {
        assertThat(lines(
                        java(),
                        "ScriptEngine|SpelExpressionParser|GroovyShell|ObjectInputStream|XMLDecoder"
                                + "|activateDefaultTyping|javax\\.naming|Class\\.forName\\("))
                .isEmpty();
        assertThat(lines(web(), "\\beval\\(|new Function\\(|setTimeout\\(['\"`]|document\\.write"))
                .isEmpty();
    }

    @Asvs("V1.5.1")
    @Test
    void nothingReadsXml() throws IOException {
        assertThat(lines(
                        java(),
                        "XMLInputFactory|DocumentBuilderFactory|SAXParser|TransformerFactory|XPath|JAXBContext"))
                .isEmpty();
    }

    @Asvs("V1.2.5")
    @Test
    void noShellReadsWhatSomebodyWrote() throws IOException {
        // A signal to a process by its number.
        assertThat(lines(java(), "Runtime\\.getRuntime\\(\\)\\.exec|\"(sh|bash|cmd)\"|\"-c\""))
                .allMatch(line -> line.startsWith("Stopping.java: ") && line.contains("kill -%s %d"));
    }

    @Asvs("V1.2.9")
    @Test
    void everyRegularExpressionIsOurs() throws IOException {
        assertThat(lines(java(), "Pattern\\.compile\\([^\")]")).isEmpty();
        assertThat(lines(web(), "new RegExp\\(")).isEmpty();
    }

    /** Names of tables and conditions are constants of ours; values are parameters. */
    @Asvs("V1.2.4")
    @Test
    void noValueIsWrittenIntoAStatement() throws IOException {
        var stores = java().stream()
                .filter(file -> Files.exists(file) && file.toString().endsWith("Store.java"))
                .toList();
        assertThat(stores).hasSizeGreaterThan(30);
        assertThat(lines(stores, "sql\\(.*'\" *\\+|\\.concat\\(|createStatement\\(|= '%s'|= %s|= %d"))
                .isEmpty();
    }

    @Asvs({"V6.5.3", "V11.6.1"})
    @Test
    void chanceIsSecure() throws IOException {
        assertThat(lines(java(), "new Random\\(|Math\\.random|ThreadLocalRandom|SplittableRandom"))
                .isEmpty();
        assertThat(lines(web(), "Math\\.random")).isEmpty();
        assertThat(lines(java(), "RandomGenerator \\w+\\(|SecureRandom \\w+\\("))
                .anyMatch(line -> line.contains("SecureRandom"));
    }

    @Asvs({"V11.3.1", "V11.3.2"})
    @Test
    void oneCipherIsUsedAndItAuthenticates() throws IOException {
        assertThat(lines(java(), "Cipher\\.getInstance\\("))
                .isNotEmpty()
                .allMatch(line ->
                        line.matches(".*Cipher\\.getInstance\\((\"AES/GCM/NoPadding\"|TRANSFORMATION|ALGORITHM)\\).*"));
        assertThat(lines(java(), "\"[A-Za-z]+/(ECB|CBC|CTR|CFB|OFB)|PKCS1Padding|\"DES|\"RC4|Blowfish"))
                .isEmpty();
    }

    /** A client of tus names how its own chunks are checked on their way; RFC 6238 names how apps make their codes. */
    @Asvs({"V11.4.1", "V11.4.3"})
    @Test
    void noHashIsWeakThatMattersToAnybody() throws IOException {
        assertThat(names(lines(java(), "\"(MD5|MD2|SHA-?1|SHA1with\\w+|HmacMD5|HmacSHA1)\"")))
                .containsExactlyInAnyOrder("Checksum.java", "TimeCodes.java");
        assertThat(lines(java(), "MessageDigest\\.getInstance\\(\""))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"SHA-256\""));
    }

    @Asvs("V15.3.2")
    @Test
    void noRedirectOfAnotherServerIsFollowed() throws IOException {
        assertThat(lines(java(), "Redirect\\.(ALWAYS|NORMAL)|setInstanceFollowRedirects|setFollowRedirects"))
                .isEmpty();
    }

    @Asvs("V12.3.2")
    @Test
    void everyCertificateIsLookedAt() throws IOException {
        assertThat(lines(
                        java(),
                        "X509TrustManager|HostnameVerifier|InsecureTrustManager|ssl\\.trust|trustAll"
                                + "|disableHostnameVerification|checkserveridentity\", *\"?false"))
                .isEmpty();
    }

    @Asvs({"V3.2.2", "V3.7.1"})
    @Test
    void pagesShowTextAsText() throws IOException {
        assertThat(lines(web(), "dangerouslySetInnerHTML|\\.(inner|outer)HTML|insertAdjacentHTML|DOMParser|srcdoc"))
                .isEmpty();
        assertThat(lines(web(), "<(object|applet|embed)\\b")).isEmpty();
    }

    @Asvs("V3.5.5")
    @Test
    void pagesListenToNoOtherWindow() throws IOException {
        // What the one page that has the stream of live events tells the others travels within our own origin.
        assertThat(lines(web(), "addEventListener\\(['\"]message['\"]|onmessage|BroadcastChannel"))
                .allMatch(line -> line.startsWith("stream.ts: ") && line.contains("channel"));
    }

    @Asvs({"V6.2.6", "V6.2.7"})
    @Test
    void fieldsForPasswordsHideThemAndLetManagersFillThemIn() throws IOException {
        var fields = lines(web(), "autoComplete=\"(current|new)-password\"");
        assertThat(fields).hasSizeGreaterThan(3);
        // Where posts are written, pictures are taken from the clipboard; text goes its usual way.
        assertThat(lines(web(), "onPaste|onCopy=|user-select: none.*password|autoComplete=\"off\".*password"))
                .allMatch(line -> line.startsWith("TextBox.tsx: onPaste"));
        assertThat(lines(web(), "'password' : 'text'|'text' : 'password'|type=\"password\""))
                .isNotEmpty();
    }

    /** Each line with the name of its file. */
    private static List<String> lines(List<Path> files, String pattern) throws IOException {
        var wanted = Pattern.compile(pattern);
        var found = new TreeSet<String>();
        for (var file : files) {
            Files.readString(file, UTF_8)
                    .lines()
                    .filter(line -> wanted.matcher(line).find())
                    .filter(line ->
                            !line.strip().startsWith("*") && !line.strip().startsWith("//"))
                    .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
        }
        return List.copyOf(found);
    }

    private static List<String> names(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .distinct()
                .toList();
    }

    /** The program's own sources, without what only tests and measures it. */
    private static List<Path> java() throws IOException {
        return walk("common", "services", "workers", "gateway", "app").stream()
                .filter(file -> file.toString().contains("/src/main/java/")
                        && file.toString().endsWith(".java")
                        && !file.toString().contains("/testkit/"))
                .toList();
    }

    private static List<Path> web() throws IOException {
        return walk("web/src").stream()
                .filter(file -> file.toString().matches(".*\\.(ts|tsx|js|css)"))
                .toList();
    }

    private static List<Path> walk(String... folders) throws IOException {
        var files = new ArrayList<Path>();
        for (var folder : folders) {
            files.addAll(SourceFiles.of(ROOT.resolve(folder)));
        }
        return files;
    }
}
