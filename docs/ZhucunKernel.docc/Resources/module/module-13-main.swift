import BuiltInPlugins
import FloodPatrol
import ZhucunCommand
import ZhucunKernel

ZhucunCommand.main(modules: BuiltInPlugins.all + [PluginEntry(FloodPatrol.self)])
