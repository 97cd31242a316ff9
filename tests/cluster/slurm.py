# SPDX-License-Identifier: GPL-3.0-or-later
"""A Slurm cluster of two nodes on this machine, without privileges: a munged, a slurmctld and two slurmd of its own.

The configuration was tried with Slurm 22.05 (Debian 12). It names no plugin that later versions do not have, and should
be accepted by 24.11 (Debian 13), too, where it was not tried.
"""
import contextlib
import getpass
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time

NODES = ("n1", "n2")
DAEMONS = ("munged", "slurmctld", "slurmd", "sbatch")
CONFIGURATION = """\
ClusterName=recital
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={root}/munge.socket,cred_expire=5
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation={root}/state
SlurmdSpoolDir={root}/spool.%n
SlurmctldPidFile={root}/slurmctld.pid
SlurmdPidFile={root}/slurmd.%n.pid
SlurmctldLogFile={root}/slurmctld.log
SlurmdLogFile={root}/slurmd.%n.log
ProctrackType=proctrack/linuxproc
MailProg=/bin/true
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=defer,batch_sched_delay=0,sched_interval=1
JobRequeue=1
RequeueExit=75
ReturnToService=2
SlurmctldTimeout=10
SlurmdTimeout=5
KillWait=2
MinJobAge=600
NodeName=n1 NodeHostname=localhost NodeAddr=127.0.0.1 Port={ports[1]} CPUs={processors} RealMemory=1000
NodeName=n2 NodeHostname=localhost NodeAddr=127.0.0.1 Port={ports[2]} CPUs={processors} RealMemory=1000
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def missing_programs():
    return [name for name in DAEMONS if not shutil.which(name, path=search_path())]


def search_path():
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def slurm_version():
    version = subprocess.run(["slurmd", "-V"], env={**os.environ, "PATH": search_path()}, capture_output=True, text=True,
                             check=True).stdout
    return tuple(map(int, re.findall(r"\d+", version)[:2]))


def free_ports(count):
    with contextlib.ExitStack() as sockets:
        opened = [sockets.enter_context(socket.socket()) for _ in range(count)]
        for each in opened:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in opened]


def wait_until(condition, seconds, what):
    """Returns what the condition does as soon as that is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if result := condition():
            return result
        time.sleep(0.005)
    raise TimeoutError(f"after {seconds} s: {what}")


class Task:
    """A process of a task of the array, by what its environment says."""

    def __init__(self, process, parent, environment):
        self.process, self.parent = process, parent
        self.node = environment["SLURMD_NODENAME"]
        self.shard = int(environment["SLURM_ARRAY_TASK_ID"])

    def send(self, number):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, number)

    def state(self):
        """R, S, T (stopped), ...; nothing if the process is gone."""
        try:
            return pathlib.Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return ""


class Cluster:
    def __init__(self, root, processors_per_node=4):
        self.root, self.processors_per_node = root, processors_per_node
        self.environment = {**os.environ, "PATH": search_path(), "SLURM_CONF": str(root / "slurm.conf")}

    def begin(self):
        """Throws if the cluster cannot run here; nothing is left running then."""
        self.root.mkdir(mode=0o755)
        for name in ("state", *(f"spool.{node}" for node in NODES)):
            (self.root / name).mkdir()
        (self.root / "slurm.conf").write_text(
            CONFIGURATION.format(root=self.root, user=getpass.getuser(), ports=free_ports(3),
                                 processors=self.processors_per_node))
        if slurm_version() >= (24, 5):  # earlier ones do not know the word, and do not need it
            (self.root / "cgroup.conf").write_text("CgroupPlugin=disabled\n")
        key = self.root / "munge.key"
        key.touch(mode=0o600)
        key.write_bytes(os.urandom(128))
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        self.run("munged", "--force", f"--key-file={self.root}/munge.key", f"--socket={self.root}/munge.socket",
                 f"--pid-file={self.root}/munged.pid", f"--log-file={self.root}/munged.log",
                 f"--seed-file={self.root}/munged.seed")
        self.run("slurmctld", "-c", "-i")
        for node in NODES:
            self.start_node(node)
        wait_until(lambda: self.idle_nodes() == len(NODES), 30, "the nodes are not ready")

    def start_node(self, node):
        self.run("slurmd", "-N", node)

    def idle_nodes(self):
        return len(self.run("sinfo", "-h", "-N", "-t", "idle", "-o", "%N", check=False).split())

    def run(self, *command, check=True, **variables):
        """What the program prints. A daemon keeps its standard error open, so that goes to a file."""
        with (self.root / "messages.log").open("ab") as messages:
            result = subprocess.run(command, env={**self.environment, **variables}, stdin=subprocess.DEVNULL,
                                    stdout=subprocess.PIPE, stderr=messages, text=True, timeout=60, check=False)
        if check and result.returncode != 0:
            raise RuntimeError(f"{command[0]}: exit code {result.returncode}\n{self.logs()}")
        return result.stdout

    def logs(self):
        tails = []
        for log in sorted(self.root.glob("*.log")):
            lines = log.read_text(errors="replace").splitlines()
            tails.append("\n".join([f"== {log.name}", *lines[-20:]]))
        return "\n".join(tails)

    def submit(self, script, array, **variables):
        return self.run("sbatch", "--parsable", f"--array={array}", f"--output={self.root}/task.%a.log", str(script),
                        **variables).strip()

    def is_empty(self):
        return self.run("squeue", "-h").strip() == ""

    def wait_until_empty(self, seconds):
        wait_until(self.is_empty, seconds, f"tasks are left:\n{self.run('squeue', '-r')}")

    def jobs(self, job):
        """What is known of the tasks of the array, by the task's number."""
        found = {}
        for line in self.run("scontrol", "show", "job", job, "-o").splitlines():
            fields = dict(word.split("=", 1) for word in line.split() if "=" in word)
            if fields.get("ArrayTaskId", "").isdigit():
                found[int(fields["ArrayTaskId"])] = fields
        return found

    def tasks(self):
        """The processes that slurmd has started for tasks, and that run."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            with contextlib.suppress(OSError, ValueError, KeyError, IndexError):
                words = (entry / "environ").read_bytes().decode(errors="replace").split("\0")
                environment = dict(word.split("=", 1) for word in words if "=" in word)
                if environment.get("SLURM_CONF") != self.environment["SLURM_CONF"]:
                    continue
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                if is_called(parent, "slurmstepd"):
                    found.append(Task(int(entry.name), parent, environment))
        return found

    def lose_node(self, node, spared=()):
        """Kills all that runs on a node but these tasks, which go on without anybody who knows of them."""
        self.kill(f"slurmd.{node}")
        for task in self.tasks():
            if task.node == node:
                os.kill(task.parent, signal.SIGKILL)
                if task.process not in spared:
                    task.send(signal.SIGKILL)
        self.run("scontrol", "update", f"NodeName={node}", "State=DOWN", "Reason=lost")

    def kill(self, daemon):
        file = self.root / f"{daemon}.pid"
        if not file.exists():
            return
        process = int(file.read_text())
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        file.unlink()

    def stop(self):
        for task in self.tasks():
            with contextlib.suppress(ProcessLookupError):
                os.kill(task.parent, signal.SIGKILL)
            task.send(signal.SIGKILL)
        for daemon in (*(f"slurmd.{node}" for node in NODES), "slurmctld", "munged"):
            self.kill(daemon)


def is_called(process, name):
    return pathlib.Path(f"/proc/{process}/comm").read_text().strip() == name
