package com.socialflow.user.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.platform.secrets.Envelopes;
import com.socialflow.proto.audit.v1.AuditLeaf;
import com.socialflow.user.audit.VerificationStore.Leaf;
import com.socialflow.user.audit.VerificationStore.SignedHead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the audit tree from the database alone and says what in it was changed, removed, moved or put in. Reads
 * everything at one moment, in bounded memory, and writes nothing.
 */
public class AuditVerification {

    /** Entries and checkpoints in memory at once. */
    private static final int BATCH = 1_000;

    /** After so many the reader knows. */
    private static final int PROBLEMS_MAX = 100;

    private final VerificationStore store;
    private final Envelopes envelopes;

    /** Of this database. The envelopes tell whether the keys that signed are this installation's. */
    public AuditVerification(DataSource database, Envelopes envelopes) {
        this.store = new VerificationStore(database);
        this.envelopes = envelopes;
    }

    /**
     * What was found.
     *
     * @param problems at most 100 sentences; none: all is as it was recorded
     * @param verifier the newest key that signs, as others verify with it; empty: nothing was signed
     */
    public record Report(long entries, long checkpoints, List<String> problems, String verifier) {

        public Report {
            problems = List.copyOf(problems);
        }

        public boolean sound() {
            return problems.isEmpty();
        }
    }

    /**
     * Verifies everything.
     *
     * @param kept a checkpoint that was kept elsewhere; the tree must have grown from it
     */
    public Report verify(Optional<String> kept) {
        return store.atOnce(() -> new Pass().run(kept.orElse(null)));
    }

    /** One reading. */
    private final class Pass {

        private final List<String> problems = new ArrayList<>();
        private final List<NoteKey> keys = new ArrayList<>();
        private final Deque<SignedHead> heads = new ArrayDeque<>();
        private final Map<Integer, Map<Long, byte[]>> made = new HashMap<>();
        private Frontier tree = Frontier.EMPTY;
        private long checkpoints;
        private long lastHead;
        private boolean gaps;
        private boolean otherHeads;

        Report run(@Nullable String kept) {
            if (!store.exists()) {
                return new Report(0, 0, List.of("there is no audit log in this database"), "");
            }
            for (var key : store.keys(envelopes)) {
                if (key.ours()) {
                    keys.add(key.key());
                } else {
                    problem(
                            "key %s was not made by this installation, or its master key is missing",
                            key.key().id());
                }
            }
            var held = kept == null ? null : checkpoint(kept, "the checkpoint that was kept");
            moreHeads();
            leaves(held);
            end(held);
            var verifier = keys.isEmpty() ? "" : keys.getFirst().verifier();
            return new Report(tree.size(), checkpoints, problems, verifier);
        }

        private void leaves(@Nullable Checkpoint held) {
            var next = 0L;
            while (true) {
                var batch = store.leaves(next, BATCH);
                var from = tree.size();
                for (var leaf : batch) {
                    if (leaf.sequence() != next) {
                        missing(next, leaf.sequence());
                    }
                    tree = tree.append(checked(leaf), this::noted);
                    next = leaf.sequence() + 1;
                    headsAt(tree.size(), held);
                }
                nodes(from);
                if (batch.size() < BATCH) {
                    return;
                }
            }
        }

        private void missing(long from, long to) {
            gaps = true;
            problem(to - from == 1 ? "entry %d is missing" : "entries %d to %d are missing", from, to - 1);
        }

        /** The hash of an entry, after a look at what lies beside it. */
        private byte[] checked(Leaf leaf) {
            var hash = Hashes.leaf(leaf.entry());
            if (!Arrays.equals(hash, leaf.hash())) {
                problem("entry %d was changed: its hash is another", leaf.sequence());
            }
            try {
                var entry = AuditLeaf.parseFrom(leaf.entry());
                if (entry.getSequence() != leaf.sequence()) {
                    problem("entry %d was moved: it was entry %d", leaf.sequence(), entry.getSequence());
                }
                var same = entry.getId() == leaf.id()
                        && AuditLog.time(entry.getAt()).equals(leaf.at())
                        && entry.getAction().equals(leaf.action())
                        && entry.getActor() == leaf.actor()
                        && entry.getSubject() == leaf.subject()
                        && entry.getTarget().equals(leaf.target());
                if (!same) {
                    problem("entry %d is not what its row says: a searched column was changed", leaf.sequence());
                }
            } catch (InvalidProtocolBufferException e) {
                problem("entry %d cannot be read", leaf.sequence());
            }
            return hash;
        }

        private void noted(int level, long position, byte[] hash) {
            made.computeIfAbsent(level, _ -> new HashMap<>()).put(position, hash);
        }

        /** Compares the inner nodes that the last batch completed. */
        private void nodes(long from) {
            // After a gap every node is another, which says nothing new.
            for (var level = 1; !gaps && tree.size() >> level > 0; level++) {
                var expected = new HashMap<>(made.getOrDefault(level, Map.of()));
                for (var node : store.nodes(level, from >> level, tree.size() >> level)) {
                    if (Arrays.equals(node.hash(), expected.get(node.position()))) {
                        expected.remove(node.position());
                    }
                }
                for (var position : expected.keySet()) {
                    problem("node %d of level %d is missing or another", position, level);
                }
            }
            made.clear();
        }

        private void headsAt(long size, @Nullable Checkpoint held) {
            if (held != null && held.size() == size) {
                compare(held, "the checkpoint that was kept");
            }
            while (!heads.isEmpty() && heads.getFirst().size() == size) {
                head(heads.removeFirst());
                moreHeads();
            }
        }

        private void moreHeads() {
            if (heads.isEmpty()) {
                heads.addAll(store.heads(lastHead, BATCH));
                if (!heads.isEmpty()) {
                    lastHead = heads.getLast().size();
                }
            }
        }

        private void head(SignedHead row) {
            checkpoints++;
            var name = "checkpoint %d".formatted(row.size());
            var checkpoint = checkpoint(row.note(), name);
            if (checkpoint == null) {
                return;
            }
            if (checkpoint.size() != row.size()) {
                problem("%s is one of %d entries", name, checkpoint.size());
            } else if (checkpoint.size() == tree.size()) {
                compare(checkpoint, name);
            } else {
                problem("%s is of more entries than there are", name);
            }
        }

        private @Nullable Checkpoint checkpoint(String note, String name) {
            for (var key : keys) {
                var text = key.verified(note).orElse(null);
                if (text != null) {
                    var checkpoint = Checkpoint.parse(text).orElse(null);
                    if (checkpoint == null || !checkpoint.origin().equals(key.name())) {
                        problem("%s is signed and is no checkpoint of this log", name);
                        return null;
                    }
                    return checkpoint;
                }
            }
            problem("%s is not signed by a key of this log", name);
            return null;
        }

        private void compare(Checkpoint checkpoint, String name) {
            // Those after the first that differs differ too.
            if (!otherHeads && !Arrays.equals(checkpoint.head(), tree.head())) {
                otherHeads = true;
                problem("%s signed another head: of the first %d entries one is not what it was", name, tree.size());
            }
        }

        private void end(@Nullable Checkpoint held) {
            if (held != null && held.size() > tree.size()) {
                problem("the checkpoint that was kept is of %d entries, and there are %d", held.size(), tree.size());
            }
            while (!heads.isEmpty()) {
                head(heads.removeFirst());
                moreHeads();
            }
            var kept = store.tree();
            if (kept.size() != tree.size()) {
                problem("the tree was of %d entries, and there are %d", kept.size(), tree.size());
            } else if (!Arrays.equals(kept.bytes(), tree.bytes())) {
                problem("the tree's own head is not that of the entries");
            }
        }

        private void problem(String sentence, Object... arguments) {
            if (problems.size() < PROBLEMS_MAX) {
                problems.add(sentence.formatted(arguments));
            }
        }
    }
}
