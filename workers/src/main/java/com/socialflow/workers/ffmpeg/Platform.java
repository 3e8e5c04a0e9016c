package com.socialflow.workers.ffmpeg;

import java.util.Locale;
import java.util.Optional;

/** The operating system and processor, as the bundle's folders are named. */
enum Platform {
    LINUX_X86_64("linux-x86_64-gpl", Optional.of(EmptyLibrary.Machine.X86_64)),
    LINUX_ARM64("linux-arm64-gpl", Optional.of(EmptyLibrary.Machine.ARM64)),
    MAC_X86_64("macosx-x86_64-gpl", Optional.empty()),
    MAC_ARM64("macosx-arm64-gpl", Optional.empty()),
    WINDOWS_X86_64("windows-x86_64-gpl", Optional.empty());

    private final String folder;
    private final Optional<EmptyLibrary.Machine> elf;

    Platform(String folder, Optional<EmptyLibrary.Machine> elf) {
        this.folder = folder;
        this.elf = elf;
    }

    /** The one that this program runs on; empty when no ffmpeg is bundled for it. */
    static Optional<Platform> current() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
        if (system.startsWith("linux")) return Optional.of(arm ? LINUX_ARM64 : LINUX_X86_64);
        if (system.startsWith("mac")) return Optional.of(arm ? MAC_ARM64 : MAC_X86_64);
        if (system.startsWith("windows") && !arm) return Optional.of(WINDOWS_X86_64);
        return Optional.empty();
    }

    String folder() {
        return folder;
    }

    /** How to write a library for its loader; empty where the loader does not read ELF. */
    Optional<EmptyLibrary.Machine> elf() {
        return elf;
    }

    /** What an executable is called here. */
    String executable(String name) {
        return this == WINDOWS_X86_64 ? name + ".exe" : name;
    }
}
