package com.socialflow.social.digest;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.DigestItem;
import com.socialflow.proto.user.v1.LettersGrpc;
import com.socialflow.proto.user.v1.SendDigestRequest;
import com.socialflow.social.notifications.Notice;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the user service, which knows where people live and what they speak. */
@Component
class LettersClient {

    private static final Logger log = LoggerFactory.getLogger(LettersClient.class);

    private final Calls calls;

    LettersClient(Calls calls) {
        this.calls = calls;
    }

    /** False when it does not answer: to be asked again with the same id. */
    boolean send(long digest, AccountId account, int unread, List<Notice> notices, String unsubscribePath) {
        var request = SendDigestRequest.newBuilder()
                .setDigest(digest)
                .setAccount(account.value())
                .setUnread(unread)
                .setUnsubscribePath(unsubscribePath);
        notices.forEach(notice -> request.addItem(item(notice)));
        try {
            // Of somebody without an address nothing can be done: the next letter is tried again.
            calls.stub(LettersGrpc::newBlockingStub, "user").sendDigest(request.build());
            return true;
        } catch (StatusRuntimeException e) {
            log.warn("a digest waits, the user service does not answer: {}", e.getStatus());
            return false;
        }
    }

    private static DigestItem item(Notice notice) {
        var who = notice.first();
        return DigestItem.newBuilder()
                .setKind(notice.kind())
                .setWho(who == null ? "" : who)
                .setOthers(Math.max(0, notice.count() - 1))
                .setText(notice.text())
                .build();
    }
}
