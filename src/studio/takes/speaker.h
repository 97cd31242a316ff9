// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "speech/voice/voice.h"
#include "studio/process/worker_process.h"
#include "studio/takes/request.h"
#include "studio/takes/speech.h"

#include <sys/types.h>

#include <string>

namespace recital {

/// Says passages, each in a process of its own. eSpeak NG keeps state between utterances and cannot be
/// started twice (see Engine). So one process starts it, loads the voice, and says nothing: each passage is
/// said by a copy of that process, which finds the engine as a new process would, without the time of its
/// start. The copies have no rights but those of a worker; the process that is copied needs the right to
/// fork, and never sees what is in a request.
class Speaker {
public:
    /// The voice must outlive the speaker.
    explicit Speaker(const Voice& voice) : voice_(voice) {}

    /// Starts the process that has the engine; it ends with this one. To be called once, first. Throws an
    /// `engine` error.
    void start(const WorkerNeeds& needs, const StepReporter& report_sentence);

    /// Ends that process and waits for its end.
    void stop();

    /// Says the sentences of a request, reporting each. Throws the engine's Error. If the process that speaks
    /// dies, the caller's dies of the same signal: a worker's parent knows what to do then.
    [[nodiscard]] SpeechTake speak(const TakeRequest& request);

private:
    [[noreturn]] void serve(int socket, const StepReporter& report_sentence) const;

    const Voice& voice_;
    pid_t process_ = -1;
    FileDescriptor socket_; ///< to the process that has the engine
    FileDescriptor result_; ///< a file in memory, in which the speech is left
    std::string buffer_;    ///< what was read of it
};

} // namespace recital
